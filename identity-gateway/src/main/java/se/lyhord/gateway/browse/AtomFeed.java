package se.lyhord.gateway.browse;

import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A feed of what has happened (RFC 4287). Things happen on days, so that an entry's time is the
 * beginning of its day in Sweden.
 *
 * @param link address of the page that it is about
 * @param self address of the feed
 * @param author who publishes it
 */
record AtomFeed(
        String title,
        String link,
        String self,
        String author,
        String language,
        List<Entry> entries) {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    /**
     * Something that happened.
     *
     * @param id never changes
     */
    record Entry(String id, String title, LocalDate day, String link, @Nullable String summary) {

        private Instant updated() {
            return day.atStartOfDay(SWEDEN).toInstant();
        }
    }

    /** The feed as XML. */
    String xml() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xml:lang", language);
            element(xml, "id", link);
            element(xml, "title", title);
            element(xml, "updated", updated().toString());
            xml.writeStartElement("author");
            element(xml, "name", author);
            xml.writeEndElement();
            link(xml, "alternate", link);
            link(xml, "self", self);
            for (Entry entry : entries) {
                xml.writeStartElement("entry");
                element(xml, "id", entry.id());
                element(xml, "title", entry.title());
                element(xml, "updated", entry.updated().toString());
                link(xml, "alternate", entry.link());
                if (entry.summary() != null) {
                    element(xml, "summary", entry.summary());
                }
                xml.writeEndElement();
            }
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed could not be written", e);
        }
        return text.toString();
    }

    private Instant updated() {
        return entries.stream()
                .map(Entry::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String address)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }
}
