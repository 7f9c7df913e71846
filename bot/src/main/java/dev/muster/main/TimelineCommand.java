package dev.muster.main;

import picocli.CommandLine.Command;

/** Reads what was written down, and takes off the record what must not stay on it. */
@Command(
        name = "timeline",
        description = "Exports, verifies and redacts what was written down.",
        mixinStandardHelpOptions = true,
        subcommands = {ExportCommand.class, VerifyCommand.class, RedactCommand.class, RereadCommand.class})
final class TimelineCommand {}
