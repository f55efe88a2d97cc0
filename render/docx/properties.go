package docx

import (
	"encoding/xml"
	"time"

	"github.com/unidoc/unioffice"
	"github.com/unidoc/unioffice/schema/soo/ofc/extended_properties"
	"github.com/unidoc/unioffice/schema/soo/pkg/metadata/core_properties"

	"luzhou/render"
)

// coreXML is the content of core.xml. The only date in it is the report's own.
func coreXML(m render.Meta) ([]byte, error) {
	p := core_properties.NewCoreProperties()
	p.Title = property("dc:title", m.Title)
	p.Creator = property("dc:creator", m.Author)
	p.Subject = property("dc:subject", m.Subject)
	p.Language = property("dc:language", "zh-CN")
	if day, err := time.Parse(time.DateOnly, m.Issued); err == nil && day.Year() > 0 { // XML Schema has no year 0
		p.Created = property("dcterms:created", day.Format(time.RFC3339))
		p.Created.Attrs = []xml.Attr{
			{Name: xml.Name{Local: "xmlns:xsi"}, Value: "http://www.w3.org/2001/XMLSchema-instance"},
			{Name: xml.Name{Local: "xsi:type"}, Value: "dcterms:W3CDTF"},
		}
	}
	return part("cp:coreProperties", p)
}

// property is an element with text, or nil when there is none.
func property(tag, s string) *unioffice.XSDAny {
	if s = clean(s); s == "" {
		return nil
	}
	return &unioffice.XSDAny{XMLName: xml.Name{Local: tag}, Data: []byte(s)}
}

// appPart is the content of app.xml.
func appPart() *extended_properties.Properties {
	p := extended_properties.NewProperties()
	p.Application = new("luzhou")
	return p
}
