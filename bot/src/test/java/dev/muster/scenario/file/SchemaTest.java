package dev.muster.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.muster.config.TextFile;
import dev.muster.config.YamlFile;
import dev.muster.config.shape.Mistakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors read says the same as the reader, judged by a validator that is not ours. */
class SchemaTest {

    private static final Path COMMITTED = Path.of("../config/scenario.schema.json");

    private static final com.networknt.schema.Schema schema = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12)
            .getSchema(Schema.text(), InputFormat.JSON);

    /** {@code -Dschema=write} renews it. */
    @Test
    void isCommittedAsItIs() throws IOException {
        if ("write".equals(System.getProperty("schema"))) {
            Files.writeString(COMMITTED, Schema.text());
        }
        assertThat(Files.readString(COMMITTED)).isEqualTo(Schema.text());
    }

    @Test
    void isASchemaItself() {
        com.networknt.schema.Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(meta.validate(Schema.text(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void acceptsEveryScenarioThatIsShipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../config/scenarios"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".yaml")))
                    .isNotEmpty()
                    .allMatch(file -> accepts(TextFile.read(file)));
        }
    }

    @Test
    void acceptsAndRejectsTheSameAsTheReader() {
        List<List<String>> pairs = pairs().filter(pair -> isYaml(pair.get(1))).toList();

        assertThat(pairs).hasSizeGreaterThan(1000);
        assertThat(pairs)
                .filteredOn(pair -> accepts(pair.get(1)) != readerAccepts(pair.get(1)))
                .extracting(pair -> pair.get(0))
                .isEmpty();
    }

    /** Each line of the full scenario with each of some odd values in the place of its own, and without the line. */
    static Stream<List<String>> pairs() {
        List<String> odd = List.of(
                "",
                "null",
                "5",
                "-1",
                "51",
                "1.5",
                "true",
                "\"\"",
                "\" \"",
                "x",
                "tom",
                "a b",
                "30m",
                "PT2M",
                "P",
                "0s",
                "sev1",
                "ic",
                "calm",
                "lobby",
                "slow",
                "monitoring",
                "[]",
                "{}",
                "[a]",
                "[a, b]",
                "[5]",
                "[[]]",
                "[{}]",
                "{a: b}",
                "{a: 5}",
                "{a: {}}",
                "\"a\nb\"",
                "\"\n\"",
                "\"\u00a0\"",
                "\"" + "a".repeat(62) + "\"",
                "\"" + "a".repeat(301) + "\"");
        List<List<String>> pairs = new ArrayList<>();
        List<String> lines = Scripts.FULL.lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            pairs.add(List.of("without line " + (line + 1), with(lines, line, "")));
            for (String value : odd) {
                String key = lines.get(line).replaceFirst(":.*", ": ");
                pairs.add(List.of(key.strip() + " " + value, with(lines, line, key + value)));
            }
        }
        return pairs.stream();
    }

    /** What no schema can say, the reader says: patterns that are none, and how the parts fit together. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "unsaid: tech/unsaid: (",
                "mitigated: 20m/mitigated: 9999w",
                "id: news/id: pool",
                "inject: pool/inject: pond",
                "from: mia/from: max",
                "slack: .*/after: 1s"
            })
    void leavesTheRestToTheReader(String change) {
        String text = Scripts.FULL.replaceFirst(change.split("/")[0], change.split("/")[1]);

        assertThat(accepts(text)).isTrue();
        assertThat(ScenarioFile.read("x", text).mistakes()).isNotEmpty();
    }

    private static boolean accepts(String text) {
        JsonNode root = new YamlFile("x", text).root();
        return schema.validate(root).isEmpty();
    }

    private static boolean readerAccepts(String text) {
        YamlFile file = new YamlFile("x", text);
        Mistakes found = new Mistakes(file);
        Format.TOP.check(file.root(), "", found);
        return found.isEmpty();
    }

    private static boolean isYaml(String text) {
        try {
            return new YamlFile("x", text).root().isContainerNode();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static String with(List<String> lines, int place, String line) {
        List<String> other = new ArrayList<>(lines);
        other.set(place, line);
        return String.join("\n", other);
    }
}
