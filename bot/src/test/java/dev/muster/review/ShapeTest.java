package dev.muster.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.review.Section.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {

    @Test
    void setsEachPartApart() {
        assertThat(Shape.apart(Section.LESSONS, "Technical: a\nb\n- process: c\nOrganisational:\n- d"))
                .isEqualTo("**Technical:** a\nb\n\n**process:** c\n\n**Organisational:**\n\n- d");
        assertThat(Shape.apart(Section.WELL, "Technical: a\nb")).isEqualTo("Technical: a\nb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Technical: a\nb\n- process: c\nOrganisational:\n- d",
                "a\n\n\nb",
                "**Technical**: x",
                "Process:",
                ""
            })
    void changesNothingTheSecondTime(String text) {
        String once = Shape.apart(Section.LESSONS, text);

        assertThat(Shape.apart(Section.LESSONS, once)).isEqualTo(once);
    }

    @Test
    void knowsWhichPartsNobodySpokeOf() {
        assertThat(Shape.missing(Section.CAUSES, "It was the pool.\n**Root cause:** a leak\n* MONITORING: none"))
                .extracting(Part::label)
                .containsExactly("Architectural", "Operational");
        assertThat(Shape.missing(Section.WELL, "")).isEmpty();
    }
}
