package dev.muster.runbook;

import dev.muster.incident.Actor;
import dev.muster.incident.Incident;
import dev.muster.incident.Role;
import dev.muster.incident.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is done in a step. The names of the kinds and of the components are lasting: runs keep them. */
public sealed interface Action {

    /** Which sort it is. */
    Kind kind();

    /** Calls the method that is meant for this sort. */
    <T> T accept(Visitor<T> visitor);

    /** The sorts of steps, by the names that they have in a file. */
    enum Kind {
        MANUAL,
        CHECK,
        DECISION,
        COMMAND,
        HTTP,
        MESSAGE,
        ASSIGN,
        STAGE,
        WAIT,
        APPROVAL,
        RUNBOOK;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** People do what the text says. */
    record Manual() implements Action {
        @Override
        public Kind kind() {
            return Kind.MANUAL;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.manual(this);
        }
    }

    /** People look, and compare with what is expected. */
    record Check() implements Action {
        @Override
        public Kind kind() {
            return Kind.CHECK;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.check(this);
        }
    }

    /** People answer, and the answer says how it goes on. */
    record Decision(List<Branch> branches) implements Action {
        public Decision {
            branches = List.copyOf(branches);
        }

        @Override
        public Kind kind() {
            return Kind.DECISION;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.decision(this);
        }
    }

    /**
     * A program is run, never through a shell.
     *
     * @param command the program and what it is given; parameters are filled in within one word each
     * @param expectOutput what must stand in its output
     */
    record Command(List<String> command, Optional<String> expectOutput) implements Action {
        public Command {
            command = List.copyOf(command);
        }

        public Command(List<String> command) {
            this(command, Optional.empty());
        }

        @Override
        public Kind kind() {
            return Kind.COMMAND;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.command(this);
        }
    }

    /**
     * An address is called.
     *
     * @param expectStatus the answers that mean success; any from 200 to 299 if empty
     * @param expectOutput what must stand in the answer
     */
    record Http(
            String method,
            String url,
            Map<String, String> headers,
            Optional<String> body,
            List<Integer> expectStatus,
            Optional<String> expectOutput)
            implements Action {

        /** What by its name only reads. */
        private static final Set<String> READING = Set.of("GET", "HEAD");

        public Http {
            headers = Map.copyOf(headers);
            expectStatus = List.copyOf(expectStatus);
        }

        public Http(
                String method,
                String url,
                Map<String, String> headers,
                Optional<String> body,
                List<Integer> expectStatus) {
            this(method, url, headers, body, expectStatus, Optional.empty());
        }

        public boolean changesSomething() {
            return !READING.contains(method);
        }

        @Override
        public Kind kind() {
            return Kind.HTTP;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.http(this);
        }
    }

    /**
     * Something is said.
     *
     * @param to channels and people; the incident's channel if empty
     */
    record Message(List<String> to, String message) implements Action {
        public Message {
            to = List.copyOf(to);
        }

        @Override
        public Kind kind() {
            return Kind.MESSAGE;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.message(this);
        }
    }

    /**
     * A role is given to somebody.
     *
     * @param to whom; whoever takes it if empty
     */
    record Assign(Role assign, Optional<String> to) implements Action {
        @Override
        public Kind kind() {
            return Kind.ASSIGN;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.assign(this);
        }
    }

    /** The incident comes to a stage. */
    record SetStage(Stage stage) implements Action {
        @Override
        public Kind kind() {
            return Kind.STAGE;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.stage(this);
        }
    }

    /** Nothing is done for a while. */
    record Wait(Duration lasting) implements Action {
        @Override
        public Kind kind() {
            return Kind.WAIT;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.pause(this);
        }
    }

    /**
     * Somebody must agree before it goes on.
     *
     * @param from roles, people and groups, any of whom may
     * @param notRequester whether it must be another than who asked for it
     */
    record Approval(List<String> from, boolean notRequester) implements Action {
        public Approval {
            from = List.copyOf(from);
        }

        /** Whether somebody may give it: by a role that they hold, by their id or by their name. */
        boolean mayGive(Incident incident, Optional<Actor> requester, Actor by) {
            boolean same = requester.filter(actor -> actor.id().equals(by.id())).isPresent();
            boolean named = from.isEmpty() || from.stream().anyMatch(who -> isMeant(incident, who, by));
            return named && !(notRequester && same);
        }

        private static boolean isMeant(Incident incident, String who, Actor by) {
            boolean holds = Role.find(who)
                    .flatMap(incident::holder)
                    .filter(by.id()::equals)
                    .isPresent();
            return holds || who.equals(by.id().value()) || who.equalsIgnoreCase("@" + by.name());
        }

        @Override
        public Kind kind() {
            return Kind.APPROVAL;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.approval(this);
        }
    }

    /**
     * Another runbook is walked through, and then it goes on here.
     *
     * @param with what its parameters are given
     */
    record Call(String runbook, Map<String, String> with) implements Action {
        public Call {
            with = Map.copyOf(with);
        }

        @Override
        public Kind kind() {
            return Kind.RUNBOOK;
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.call(this);
        }
    }

    /** What to do with each sort. */
    interface Visitor<T> {
        T manual(Manual manual);

        T check(Check check);

        T decision(Decision decision);

        T command(Command command);

        T http(Http http);

        T message(Message message);

        T assign(Assign assign);

        T stage(SetStage stage);

        T pause(Wait wait);

        T approval(Approval approval);

        T call(Call call);
    }
}
