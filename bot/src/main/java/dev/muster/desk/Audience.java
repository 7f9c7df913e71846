package dev.muster.desk;

import dev.muster.incident.ActionItem;
import dev.muster.incident.Incident;
import dev.muster.incident.Role;
import dev.muster.incident.UserId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whom something is left to, from everybody to nobody but the admins, who may do whatever anybody may. */
public enum Audience {
    ANYONE,
    /** Whoever declared it, holds a role or owns an action item in it. */
    RESPONDER,
    /** Whoever holds a role in it; while nobody does, whoever declared it. */
    LEAD,
    /** The incident commander; while there is none, whoever declared it. */
    COMMANDER,
    ADMIN;

    /** Whether it takes somebody in for their part in an incident. */
    boolean includes(Incident incident, UserId person) {
        return switch (this) {
            case ANYONE -> true;
            case RESPONDER -> hasDeclared(incident, person) || holdsRole(incident, person) || owns(incident, person);
            case LEAD -> incident.roles().isEmpty() ? hasDeclared(incident, person) : holdsRole(incident, person);
            case COMMANDER ->
                incident.holder(Role.IC).map(person::equals).orElseGet(() -> hasDeclared(incident, person));
            case ADMIN -> false;
        };
    }

    /** Who that is, e.g. {@code the incident commander of INC-1 (@Ann)}. */
    String in(Incident incident, Function<UserId, String> name) {
        String declarer = "whoever declared %s (@%s)"
                .formatted(incident.id(), incident.facts().declaredBy().name());
        return switch (this) {
            case ANYONE -> "anyone";
            case RESPONDER -> "whoever declared %s, holds a role or owns an action item in it".formatted(incident.id());
            case LEAD ->
                incident.roles().isEmpty()
                        ? declarer
                        : "whoever holds a role in %s (%s)".formatted(incident.id(), holders(incident, name));
            case COMMANDER ->
                incident.holder(Role.IC)
                        .map(ic -> "the incident commander of %s (@%s)".formatted(incident.id(), name.apply(ic)))
                        .orElse(declarer);
            case ADMIN -> "an admin";
        };
    }

    private static boolean hasDeclared(Incident incident, UserId person) {
        return incident.facts().declaredBy().id().equals(person);
    }

    private static boolean holdsRole(Incident incident, UserId person) {
        return incident.roles().containsValue(person);
    }

    private static boolean owns(Incident incident, UserId person) {
        return incident.actions().stream().map(ActionItem::owner).anyMatch(person::equals);
    }

    private static String holders(Incident incident, Function<UserId, String> name) {
        return List.of(Role.values()).stream()
                .flatMap(role -> incident.holder(role).stream())
                .distinct()
                .map(holder -> "@" + name.apply(holder))
                .collect(Collectors.joining(", "));
    }
}
