package dev.muster.bench;

import dev.muster.bench.Plan.Part;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;

/** Measures, and prints one table. What is compared is measured in turns, because other work may load the machine. */
public final class Bench {

    private final Plan plan;
    private final Bots bots;
    private final Path folder;
    private final InstantSource clock;
    private final Table table;

    /** @param folder where the files go */
    public Bench(Plan plan, Bots bots, Path folder, InstantSource clock, PrintStream out) {
        this.plan = plan;
        this.bots = bots;
        this.folder = folder;
        this.clock = clock;
        this.table = new Table(out);
    }

    public void run() throws Exception {
        table.title("muster bench, " + machine());
        if (plan.parts().contains(Part.INGEST)) {
            new Ingest(plan, bots, folder.resolve("ingest"), clock, table).run();
        }
        if (plan.parts().contains(Part.STEADY)) {
            new Steady(plan, bots, folder.resolve("steady"), clock, table).run();
        }
        if (plan.parts().contains(Part.REDUCER)) {
            new Reducing(plan, folder.resolve("reducer"), clock, table).run();
        }
        if (plan.parts().contains(Part.ROWS)) {
            new Rows(plan, folder.resolve("rows"), clock, table).run();
        }
        if (plan.parts().contains(Part.CATCHUP)) {
            new CatchingUp(plan, folder.resolve("catchup"), clock, table).run();
        }
        if (plan.parts().contains(Part.RUNBOOKS)) {
            new Shelves(plan, folder.resolve("runbooks"), table).run();
        }
        if (plan.parts().contains(Part.PAST)) {
            new Past(plan, folder.resolve("past"), clock, table).run();
        }
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " processors, Java " + Runtime.version();
    }
}
