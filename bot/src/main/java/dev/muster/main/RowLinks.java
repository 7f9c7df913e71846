package dev.muster.main;

import dev.muster.review.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Makes a link of each {@code #12} in a paper to the line of its timeline that it points to, if that is shown. */
final class RowLinks {

    private final Map<Node, String> anchors = new IdentityHashMap<>();
    private final Map<Long, String> targets = new HashMap<>();

    private RowLinks() {}

    /** Adds the links; what can be linked to has an id in {@link #id}. */
    static RowLinks in(Node paper) {
        RowLinks links = new RowLinks();
        paper.accept(links.new Anchors());
        List<Text> texts = new ArrayList<>();
        paper.accept(links.new Texts(texts));
        texts.forEach(links::link);
        return links;
    }

    /** The id by which a part of the paper is linked to. */
    Optional<String> id(Node node) {
        return Optional.ofNullable(anchors.get(node));
    }

    /** The rows of a timeline: the last cell has the number. */
    private final class Anchors extends AbstractVisitor {

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableRow row && row.getParent() instanceof TableBody body && isTimeline(body)) {
                Evidence.rows(words(row.getLastChild())).forEach(number -> {
                    targets.put(number, "row-" + number);
                    anchors.put(row, "row-" + number);
                });
            }
            visitChildren(node);
        }

        @Override
        public void visit(CustomBlock block) {
            visitChildren(block);
        }
    }

    private static boolean isTimeline(TableBody body) {
        return body.getParent() instanceof TableBlock table
                && words(table.getFirstChild().getFirstChild().getFirstChild()).equals("When");
    }

    /** Whatever is text and neither a link nor code. */
    private final class Texts extends AbstractVisitor {

        private final List<Text> found;

        Texts(List<Text> found) {
            this.found = found;
        }

        @Override
        public void visit(Text text) {
            if (!isAnchor(text)) {
                found.add(text);
            }
        }

        @Override
        public void visit(Link link) {}

        private boolean isAnchor(Text text) {
            return text.getParent() instanceof TableCell cell
                    && cell.getNext() == null
                    && anchors.containsKey(cell.getParent());
        }
    }

    private void link(Text text) {
        String words = text.getLiteral();
        int done = 0;
        for (Evidence.Place place : Evidence.places(words)) {
            Optional<String> target = Optional.ofNullable(targets.get(place.row()));
            if (target.isPresent()) {
                text.insertBefore(new Text(words.substring(done, place.from())));
                Link link = new Link();
                link.setDestination("#" + target.get());
                link.appendChild(new Text(words.substring(place.from(), place.to())));
                text.insertBefore(link);
                done = place.to();
            }
        }
        text.setLiteral(words.substring(done));
    }

    /** What somebody reads in it. */
    static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }
        });
        return words.toString();
    }
}
