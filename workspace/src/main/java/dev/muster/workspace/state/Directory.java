package dev.muster.workspace.state;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is who: accounts and user groups. */
public final class Directory {
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Usergroup> usergroups = new LinkedHashMap<>();

    public void put(Account account) {
        accounts.put(account.id(), account);
    }

    public void put(Usergroup group) {
        usergroups.put(group.id(), group);
    }

    public Optional<Account> find(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    public Account get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no such account: " + id));
    }

    public Optional<Account> findByHandle(String handle) {
        return accounts.values().stream()
                .filter(account -> account.handle().equals(handle))
                .findFirst();
    }

    public Optional<Account> findByEmail(String email) {
        return accounts.values().stream()
                .filter(account ->
                        !account.bot() && !account.stranger() && account.email().equals(email))
                .findFirst();
    }

    public Optional<Robot> findRobot(String botId) {
        return accounts.values().stream()
                .flatMap(account -> account.robot().stream())
                .filter(robot -> robot.botId().equals(botId))
                .findFirst();
    }

    public Collection<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    public Collection<Usergroup> usergroups() {
        return List.copyOf(usergroups.values());
    }

    public Optional<Usergroup> usergroup(String id) {
        return Optional.ofNullable(usergroups.get(id));
    }
}
