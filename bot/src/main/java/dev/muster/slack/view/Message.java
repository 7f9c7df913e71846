package dev.muster.slack.view;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * A message ready to be sent.
 *
 * @param text the same in plain words, for notifications and for whoever cannot see blocks
 */
public record Message(String text, List<LayoutBlock> blocks) {

    public Message {
        blocks = List.copyOf(blocks);
    }
}
