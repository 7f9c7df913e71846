package dev.muster.workspace;

import dev.muster.workspace.state.Account;
import dev.muster.workspace.state.App;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Somebody in the workspace whom one can act as. */
public record Person(String id, String handle, String realName, String title, String tz, String color) {
    private static final String[] COLORS = {"b4552d", "2d6cb4", "4f8a3a", "8a3a7c", "a3812a", "3a8a84", "5b4fb0"};

    /** With an id and a color made from the handle. */
    public static Person of(String handle, String realName, String title, String tz) {
        String color = COLORS[Math.floorMod(handle.charAt(0), COLORS.length)];
        return new Person("U0" + handle.toUpperCase(Locale.ROOT), handle, realName, title, tz, color);
    }

    Account account() {
        return new Account(id, App.TEAM, handle, realName, title, ZoneId.of(tz), color, Optional.empty(), false);
    }

    static Person of(Account account) {
        return new Person(
                account.id(),
                account.handle(),
                account.realName(),
                account.title(),
                account.zone().getId(),
                account.color());
    }
}
