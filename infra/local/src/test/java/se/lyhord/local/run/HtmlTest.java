package se.lyhord.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void findsTheFormByOneOfItsFieldsAndKeepsTheOthers() {
        String page =
                """
                <form action="/sok"><input name="q"></form>
                <form id="x" method="post"
                      action="/login?a=1&amp;b=2">
                  <input type="hidden" name="_csrf" value="s&amp;t&#61;"/>
                  <input type="password" name="password">
                </form>""";
        Html.Form form = Html.formWith("password", page).orElseThrow();
        assertThat(form.action()).isEqualTo("/login?a=1&b=2");
        assertThat(form.fields()).containsEntry("_csrf", "s&t=").containsEntry("password", "");
        assertThat(Html.formWith("tracker", page)).isEmpty();
    }

    @Test
    void encodesFields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("a", "å &=");
        fields.put("b", "");
        assertThat(Html.urlEncoded(fields)).isEqualTo("a=%C3%A5+%26%3D&b=");
    }
}
