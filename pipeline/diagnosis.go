package pipeline

import (
	"encoding/json"
	"os"
	"path/filepath"

	"luzhou/extract"
	"luzhou/pipeline/ledger"
)

// diagnosis says all that is known about a quarantined input.
type diagnosis struct {
	Name      ledger.Name  `json:"name"`
	SHA256    string       `json:"sha256"`
	Size      int64        `json:"size"`
	Reason    extract.Code `json:"reason"`
	Message   string       `json:"message"`
	MessageEN string       `json:"message_en"`
	Attempts  int          `json:"attempts"`
	Detail    string       `json:"detail,omitempty"`
	Version   string       `json:"version"`
}

// diagnosisName names the diagnosis of a quarantined input by its content.
func diagnosisName(e *ledger.Entry) string {
	id := e.SHA256
	if id == "" { // it could not be read
		id = "name-" + checksum([]byte(e.Name))
	}
	return id + ".json"
}

// diagnose writes the diagnosis of a quarantined input.
func (b *batch) diagnose(r *Result, a answer) error {
	if a.Refused == nil {
		return nil
	}
	data, err := json.MarshalIndent(diagnosis{r.Entry.Name, r.Entry.SHA256, r.Entry.Size, a.Refused.Code,
		a.Refused.Message.ZH, a.Refused.Message.EN, max(a.attempts, 1), a.detail, Version}, "", " ")
	if err != nil {
		return err
	}
	path := filepath.Join(b.opts.Out, keepFolder, quarantineFolder, diagnosisName(&r.Entry))
	return writeFiles([]file{{path, append(data, '\n')}})
}

// dropDiagnoses removes those of inputs that are no longer quarantined.
func (b *batch) dropDiagnoses(entries []ledger.Entry) error {
	folder := filepath.Join(b.opts.Out, keepFolder, quarantineFolder)
	there, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	keep := map[string]bool{}
	for i := range entries {
		if entries[i].Outcome == string(Quarantined) {
			keep[diagnosisName(&entries[i])] = true
		}
	}
	for _, d := range there {
		if keep[d.Name()] || d.IsDir() {
			continue
		}
		if err := os.Remove(filepath.Join(folder, d.Name())); err != nil {
			return err
		}
	}
	return nil
}
