package worker

import (
	"encoding/binary"
	"fmt"
	"io"
)

// Message is what parent and child exchange: any number of parts.
type Message [][]byte

// MaxMessage bounds the bytes of one message, so that a child gone mad cannot
// fill the memory of its parent.
const MaxMessage = 256 << 20

// maxParts bounds the parts of one message.
const maxParts = 1 << 16

// send writes the number of parts, the length of each, and the parts.
func send(w io.Writer, m Message) error {
	head := binary.BigEndian.AppendUint32(nil, uint32(len(m)))
	for _, part := range m {
		head = binary.BigEndian.AppendUint32(head, uint32(len(part)))
	}
	if _, err := w.Write(head); err != nil {
		return err
	}
	for _, part := range m {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// receive reads what send wrote. The error is io.EOF only between messages.
func receive(r io.Reader) (Message, error) {
	var number [4]byte
	if _, err := io.ReadFull(r, number[:]); err != nil {
		return nil, err
	}
	parts := binary.BigEndian.Uint32(number[:])
	if parts > maxParts {
		return nil, fmt.Errorf("worker: message of %d parts", parts)
	}
	lengths := make([]byte, 4*parts)
	if _, err := io.ReadFull(r, lengths); err != nil {
		return nil, cut(err)
	}
	m := make(Message, parts)
	total := int64(0)
	for i := range m {
		n := int64(binary.BigEndian.Uint32(lengths[4*i:]))
		if total += n; total > MaxMessage {
			return nil, fmt.Errorf("worker: message of more than %d bytes", MaxMessage)
		}
		m[i] = make([]byte, n)
		if _, err := io.ReadFull(r, m[i]); err != nil {
			return nil, cut(err)
		}
	}
	return m, nil
}

func cut(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
