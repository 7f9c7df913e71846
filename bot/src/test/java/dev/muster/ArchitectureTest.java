package dev.muster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The map of the house: for each room, the only rooms and libraries that it may enter. */
class ArchitectureTest {

    private static final String ROOT = "dev.muster.";

    private static final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/workspace/"))
            .importPackages("dev.muster");

    private static final Map<String, List<String>> map = new TreeMap<>(Map.ofEntries(
            Map.entry("incident", List.of()),
            Map.entry("timeline", rooms("incident")),
            Map.entry("timeline.export", rooms("incident", "timeline")),
            Map.entry("runbook", rooms("incident", ":com.google.re2j")),
            Map.entry(
                    "runbook.file",
                    rooms(
                            "incident",
                            "runbook",
                            "config",
                            "config.shape",
                            ":com.fasterxml.jackson..",
                            ":com.google.re2j")),
            Map.entry("review", rooms("incident", "timeline")),
            Map.entry("insight", rooms("incident", "review")),
            Map.entry("insight.picture", rooms("incident", "review", "insight", ":javax.imageio")),
            Map.entry(
                    "desk",
                    rooms(
                            "scenario",
                            "scenario.score",
                            "incident",
                            "timeline",
                            "runbook",
                            "review",
                            "insight",
                            ":org.slf4j",
                            ":com.samskivert.mustache")),
            Map.entry(
                    "command",
                    rooms(
                            "incident",
                            "timeline",
                            "runbook",
                            "review",
                            "insight",
                            "scenario",
                            "scenario.score",
                            "secrets",
                            "desk",
                            ":org.slf4j")),
            Map.entry(
                    "slack.view",
                    rooms(
                            "incident",
                            "timeline",
                            "runbook",
                            "insight",
                            "desk",
                            "command",
                            ":com.slack.api.model..",
                            ":com.google.gson..")),
            Map.entry(
                    "slack",
                    rooms(
                            "incident",
                            "timeline",
                            "runbook",
                            "secrets",
                            "desk",
                            "command",
                            "slack.view",
                            ":javax.net",
                            ":com.slack.api..",
                            ":com.google.gson..",
                            ":okhttp3..",
                            ":jakarta.servlet..",
                            ":javax.crypto..",
                            ":org.slf4j")),
            Map.entry(
                    "store",
                    rooms(
                            "scenario",
                            "scenario.score",
                            "incident",
                            "timeline",
                            "runbook",
                            "review",
                            "insight",
                            "desk",
                            ":org.jdbi..",
                            ":com.zaxxer.hikari..",
                            ":com.fasterxml.jackson..",
                            ":javax.sql..",
                            ":org.sqlite..",
                            ":org.slf4j")),
            Map.entry("schedule", rooms(":org.quartz..", ":org.slf4j")),
            Map.entry("http", rooms("desk", ":org.eclipse.jetty..", ":jakarta.servlet..", ":com.fasterxml.jackson..")),
            Map.entry(
                    "config",
                    rooms(
                            "incident",
                            "review",
                            "desk",
                            ":com.fasterxml.jackson..",
                            ":org.yaml.snakeyaml.error",
                            ":com.google.re2j",
                            ":com.samskivert.mustache")),
            Map.entry("config.shape", rooms("incident", "config", ":com.fasterxml.jackson..")),
            Map.entry("scenario", rooms("incident", "timeline", ":com.google.re2j")),
            Map.entry(
                    "scenario.file",
                    rooms(
                            "incident",
                            "scenario",
                            "config",
                            "config.shape",
                            ":com.fasterxml.jackson..",
                            ":com.google.re2j")),
            Map.entry(
                    "scenario.score",
                    rooms("incident", "timeline", "runbook", "review", "scenario", ":com.google.re2j")),
            Map.entry("integrations.calendar", rooms("incident", "desk")),
            Map.entry("integrations.outlet", rooms("desk", "secrets", ":com.fasterxml.jackson..", ":javax.crypto..")),
            Map.entry(
                    "integrations.run",
                    rooms("incident", "runbook", "desk", ":com.google.re2j", ":okhttp3..", ":okio", ":org.slf4j")),
            Map.entry(
                    "runbook.lint",
                    rooms(
                            "incident",
                            "runbook",
                            "runbook.file",
                            "config",
                            "secrets",
                            ":com.fasterxml.jackson..",
                            ":com.google.re2j")),
            Map.entry("secrets", rooms(":com.google.re2j", ":com.fasterxml.jackson..")),
            Map.entry(
                    "rehearse",
                    rooms(
                            "incident",
                            "scenario",
                            "desk",
                            "workspace",
                            "workspace.api",
                            ":com.fasterxml.jackson..",
                            ":org.slf4j")),
            Map.entry(
                    "bench",
                    rooms(
                            "incident",
                            "insight",
                            "timeline",
                            "timeline.export",
                            "secrets",
                            "desk",
                            "slack",
                            "store",
                            "http",
                            "config",
                            "runbook.file",
                            ":com.slack.api..",
                            ":org.eclipse.jetty..",
                            ":jakarta.servlet..",
                            ":javax.crypto..",
                            ":org.jdbi..")),
            Map.entry(
                    "main",
                    rooms(
                            ":dev.muster..",
                            ":com.slack.api.bolt..",
                            ":picocli..",
                            ":org.commonmark..",
                            ":io.micrometer..",
                            ":com.fasterxml.jackson..",
                            ":org.slf4j"))));

    @ParameterizedTest(name = "{0}")
    @MethodSource("rooms")
    void entersOnlyTheRoomsOnTheMap(String room) {
        List<String> may = new ArrayList<>(map.get(room));
        may.addAll(List.of(ROOT + room, "java..", "org.jspecify.annotations", "com.google.errorprone..", ""));

        classes()
                .that()
                .resideInAPackage(ROOT + room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(may.toArray(String[]::new))
                .check(house);
    }

    @Test
    void everyRoomIsOnTheMap() {
        assertThat(house.stream()
                        .map(JavaClass::getPackageName)
                        .map(name -> name.substring(ROOT.length()))
                        .collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(map.keySet());
    }

    @Test
    void hasNoCycles() {
        slices().matching("dev.muster.(**)").should().beFreeOfCycles().check(house);
    }

    static Stream<String> rooms() {
        return map.keySet().stream();
    }

    /** Rooms of ours by their names; libraries by their packages, with a colon in front. */
    private static List<String> rooms(String... names) {
        return Stream.of(names)
                .map(name -> name.startsWith(":") ? name.substring(1) : ROOT + name)
                .toList();
    }
}
