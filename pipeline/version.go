package pipeline

// Version of the program, as printed and recorded.
const Version = "0.1.0"
