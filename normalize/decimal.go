package normalize

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// Decimal is an exact decimal number, Units times ten to the power of -Places.
// The zero value is 0. Two Decimals of equal value compare equal with == only
// when made by this package, which drops trailing zeros of the fraction.
type Decimal struct {
	units  int64
	places uint8
}

// maxDigits bounds the digits of a figure; past it the arithmetic could overflow.
const maxDigits = 15

// Int returns n as a Decimal.
func Int(n int64) Decimal { return Decimal{units: n} }

// ParseDecimal reads digits with at most one point and an optional sign.
func ParseDecimal(s string) (Decimal, bool) {
	digits := strings.TrimPrefix(s, "-")
	whole, fraction, point := strings.Cut(digits, ".")
	if whole == "" || point && fraction == "" || len(whole)+len(fraction) > maxDigits {
		return Decimal{}, false
	}
	for _, r := range whole + fraction {
		if r < '0' || r > '9' {
			return Decimal{}, false
		}
	}
	n, err := strconv.ParseInt(whole+fraction, 10, 64)
	if err != nil {
		return Decimal{}, false
	}
	if len(digits) < len(s) {
		n = -n
	}
	return Decimal{n, uint8(len(fraction))}.short(), true
}

func (d Decimal) short() Decimal {
	for d.places > 0 && d.units%10 == 0 {
		d.units /= 10
		d.places--
	}
	return d
}

// at returns the units of d counted in that many places.
func (d Decimal) at(places uint8) int64 {
	n := d.units
	for p := d.places; p < places; p++ {
		n *= 10
	}
	return n
}

// Add returns d + e. Sums of thousands of figures of maxDigits stay exact.
func (d Decimal) Add(e Decimal) Decimal {
	p := max(d.places, e.places)
	return Decimal{d.at(p) + e.at(p), p}.short()
}

// Cmp returns -1, 0 or 1 as d is less than, equal to or greater than e.
func (d Decimal) Cmp(e Decimal) int {
	p := max(d.places, e.places)
	switch a, b := d.at(p), e.at(p); {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Whole returns d as an integer when it is one.
func (d Decimal) Whole() (int64, bool) { return d.units, d.places == 0 }

// Negative reports whether d is below 0.
func (d Decimal) Negative() bool { return d.units < 0 }

func (d Decimal) String() string {
	s := strconv.FormatInt(max(d.units, -d.units), 10)
	if p := int(d.places); p > 0 {
		s = strings.Repeat("0", max(0, p+1-len(s))) + s
		s = s[:len(s)-p] + "." + s[len(s)-p:]
	}
	if d.units < 0 {
		s = "-" + s
	}
	return s
}

// MarshalJSON writes a JSON number.
func (d Decimal) MarshalJSON() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalJSON reads a JSON number without an exponent.
func (d *Decimal) UnmarshalJSON(data []byte) error {
	var n json.Number
	if err := json.Unmarshal(data, &n); err != nil {
		return err
	}
	v, ok := ParseDecimal(n.String())
	if !ok {
		return fmt.Errorf("normalize: %s is no decimal of at most %d digits", n, maxDigits)
	}
	*d = v
	return nil
}
