package sekisho.browsertests.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The links to sign in with that {@code ./sekisho run} prints, a line each: {@code   customer Aoi Kita  http://…}: the
 * role's word first, the address last.
 */
public final class DemoLinks {
    private static final Pattern LINE = Pattern.compile("(?m)^\\s*(\\S+)(.*?)\\s(http://\\S+)\\s*$");

    private final List<Link> links;

    /** @param name who comes in by it; empty if the line doesn't say */
    private record Link(String role, String name, String address) {}

    private DemoLinks(List<Link> links) {
        this.links = links;
    }

    /** Those in what a system printed. */
    public static DemoLinks of(String printed) {
        var links = new ArrayList<Link>();
        var matcher = LINE.matcher(printed);
        while (matcher.find()) {
            links.add(new Link(matcher.group(1), matcher.group(2).strip(), matcher.group(3)));
        }
        return new DemoLinks(links);
    }

    /** Whether somebody of the role can come in. */
    public boolean has(Role role) {
        return links.stream().anyMatch(link -> link.role().equals(role.word()));
    }

    /** The link of the first of a role. */
    public String first(Role role) {
        return links.stream()
                .filter(link -> link.role().equals(role.word()))
                .map(Link::address)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("./sekisho run prints no link to sign in with for a " + role.word()));
    }

    /** The link of somebody with a name. */
    public String named(String name) {
        return links.stream()
                .filter(link -> link.name().equals(name))
                .map(Link::address)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("./sekisho run prints no link for " + name));
    }
}
