package dev.muster.prove;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes too long for a glance; something quicker of the same kind, or a test of the bot, is for every day. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "prove.long", matches = "true", disabledReason = "takes too long for a glance")
@interface LongOnly {}
