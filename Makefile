# The two commands to start with: make demo, make test.
GO ?= go
FUZZTIME ?= 1m
export CGO_ENABLED = 0

.PHONY: build demo test crash race roundtrip golden fuzz bench bench-peers tools-debian clean

build:
	$(GO) build -trimpath -o luzhou ./pipeline/cmd/luzhou

demo: build
	./luzhou convert fixtures/luzhou-*/luzhou-2020.* --out out
	@ls -l out

test: # all tests, and that the other systems can have the command too
	$(GO) test ./...
	GOOS=windows GOARCH=amd64 $(GO) build -o /dev/null ./pipeline/cmd/luzhou
	GOOS=linux GOARCH=arm64 $(GO) build -o /dev/null ./pipeline/cmd/luzhou

crash: # 50 kills over 2,000 reports; make test has a short one
	$(GO) test ./pipeline/cmd/luzhou -run TestCrash -v -timeout 60m -crash.kills 50 -crash.reports 2000

race: # needs a C compiler
	CGO_ENABLED=1 $(GO) test -race ./...

roundtrip: # N reports made by chance, written in every format and read again
	ROUNDTRIP=$(or $(N),10000) $(GO) test ./pipeline -run TestGenerated -v -timeout 5h

golden: # writes the goldens anew; read the differences before you commit them
	$(GO) test ./pipeline -run Golden -update
	$(GO) test ./normalize -run Golden -update
	$(GO) test ./render -run Golden -update
	$(GO) test ./render/pdf -run TestPages -update

fuzz: # every fuzz target for FUZZTIME
	@grep -rlE '^func Fuzz' --include='*_test.go' . | xargs grep -oE '^func Fuzz[A-Za-z]*' | \
	while IFS=: read -r file target; do \
	  $(GO) test "./$$(dirname $$file)" -run '^$$' -fuzz "^$${target#func }$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 2s || exit 1; done

bench: # time, allocations and bytes of each stage and output, memory swept as the command has it; cpu-ms is what a busy machine does not stretch
	GOGC=200 $(GO) test ./... -run '^$$' -bench . -benchmem

bench-peers: build # the readers against antiword; one more file in a batch against LibreOffice
	GOGC=200 $(GO) test ./pipeline -run '^$$' -bench Peers
	$(GO) test ./pipeline -run TestPeers -peers $(CURDIR)/luzhou -v -count 1 -timeout 30m

tools-debian: # optional programs that some tests use when they are there
	apt-get install -y libreoffice-writer poppler-utils qpdf antiword

clean:
	rm -rf luzhou out
