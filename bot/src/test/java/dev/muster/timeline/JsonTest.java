package dev.muster.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static final ObjectMapper jackson = new ObjectMapper();

    @Test
    void writesInTheOrderOfTheMap() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("b", 1L);
        object.put("a", List.of(true, "x", Map.of()));

        assertThat(Json.write(object)).isEqualTo("{\"b\":1,\"a\":[true,\"x\",{}]}");
    }

    @Test
    void sortsKeysAtEveryDepthForTheHash() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("z", 1L);
        inner.put("é", 2L);
        inner.put("A", 3L);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("list", List.of(inner, inner));
        object.put("deep", inner);

        String text = Json.canonical(object);

        assertThat(text)
                .isEqualTo("{\"deep\":{\"A\":3,\"z\":1,\"é\":2},"
                        + "\"list\":[{\"A\":3,\"z\":1,\"é\":2},{\"A\":3,\"z\":1,\"é\":2}]}");
    }

    @Test
    void writesEqualContentAsEqualText() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("from", "sev2");
        one.put("to", "sev1");
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("to", "sev1");
        other.put("from", "sev2");

        assertThat(Json.canonical(one)).isEqualTo(Json.canonical(other));
        assertThat(Json.write(one)).isNotEqualTo(Json.write(other));
    }

    @Test
    void escapesWhatJsonAsksFor() {
        assertThat(Json.write("\" \\ \n \r \t \b \f \u0000 \u001f / é 🔥"))
                .isEqualTo("\"\\\" \\\\ \\n \\r \\t \\b \\f \\u0000 \\u001f / é 🔥\"");
    }

    @Test
    void keepsToOneLineForEveryReaderOfLines() {
        String text = Json.write("a\nb\rc\u2028d\u2029e");

        assertThat(text).isEqualTo("\"a\\nb\\rc\\u2028d\\u2029e\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\"quoted\" \\ back", "\u0001\u0002\u007f\u0085", "🔥é結\u2028", "</script>"})
    void isReadBackByOthersAsItWas(String text) throws JsonProcessingException {
        JsonNode read = jackson.readTree(Json.write(Map.of(text, text)));

        assertThat(read.get(text).asText()).isEqualTo(text);
    }

    @Test
    void writesTheSameWhateverTheLocaleIs() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(Json.write(Map.of("n", 1_234_567L))).isEqualTo("{\"n\":1234567}");
            assertThat(Json.write("\u0010")).isEqualTo("\"\\u0010\"");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void escapesInCanonicalFormOnlyWhatMustBe() {
        assertThat(Json.canonical("\b\f\n\r\t\u0001\"\\/\u2028é😀"))
                .isEqualTo("\"\\b\\f\\n\\r\\t\\u0001\\\"\\\\/\u2028é😀\"");
        assertThat(Json.write("\u2028")).isEqualTo("\"\\u2028\"");
    }
}
