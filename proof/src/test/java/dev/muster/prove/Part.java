package dev.muster.prove;

/** What a promise is about; the order is that of the table. */
enum Part {
    LOSS(
            "Nothing is lost and nothing happens twice",
            "killed, ended, redelivered, half done: everything that was taken is kept, once"),
    SLACK("Slack is slow, limited, broken or gone", "every message is said once, in order, as soon as Slack lets it"),
    TIME("Clocks, zones and calendars", "everybody is asked and reminded when they should be, and once"),
    STORE("The store, and several processes", "a full, locked, cut off or old database costs time, and no data"),
    INPUT(
            "Bad input, hostile words, and who may do what",
            "no errors of ours, no row from strangers, nothing called, nobody let in"),
    OPERATION("Running it", "it starts anywhere, or says in one line why not; backups hold all that was taken"),
    COST("Cost and speed", "beside their limits, and beside what does nothing else");

    final String title;
    final String promise;

    Part(String title, String promise) {
        this.title = title;
        this.promise = promise;
    }
}
