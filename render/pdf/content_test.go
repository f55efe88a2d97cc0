package pdf

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// Numbers are rounded to three decimals as the library rounds them, ties included.
func TestNumber(t *testing.T) {
	list := []float64{0, math.Copysign(0, -1), 1, -1, 0.5, 0.0625, 0.0005, 0.0015, 1.0005, -0.0001, -0.0004, 12.3456, 841.89, 595.276,
		999.9995, 999.99949999, 1e15, -1e16, 1e22, 72.0 / 25.4}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		list = append(list, (rng.Float64()-0.2)*1000, float64(rng.IntN(1<<20))/64, float64(rng.IntN(1<<20))/2000)
	}
	for _, v := range list {
		want := strings.TrimSuffix(strings.TrimRight(strconv.FormatFloat(v, 'f', 3, 64), "0"), ".") + " "
		if got := string(new(operators).number(v).out); got != want {
			t.Errorf("%v is written %q, want %q", v, got, want)
		}
	}
}
