package dev.muster.slack.view;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.muster.desk.Notice.Actions;
import dev.muster.desk.Notice.Listing;
import java.util.ArrayList;
import java.util.List;

/** A person's own page: what is open, and what they have promised to do. */
public final class HomeView {

    private HomeView() {}

    public static View of(Listing open, Actions mine) {
        NoticeView view = new NoticeView();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Kit.header("Muster"));
        blocks.addAll(view.listing(open).blocks());
        blocks.add(Kit.divider());
        blocks.addAll(view.actions(mine).blocks());
        blocks.add(Kit.context("Everything that can be said: `/incident help`"));
        return View.builder().type("home").blocks(blocks).build();
    }
}
