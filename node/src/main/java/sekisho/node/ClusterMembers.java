package sekisho.node;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who belongs to the cluster: one member, or three, or five. The same list, in the same order, is given to each.
 *
 * @param members with ids 0, 1, 2, …
 */
public record ClusterMembers(List<Member> members) {
    /** Ports that each member needs. */
    static final int PORTS = 5;

    public ClusterMembers {
        members = List.copyOf(members);
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).id() != i) {
                throw new IllegalArgumentException("members have the ids 0, 1, 2, … in this order");
            }
        }
        if (members.size() % 2 == 0) {
            throw new IllegalArgumentException("a cluster has an odd number of members");
        }
    }

    /**
     * A member and its five UDP ports.
     *
     * @param host name or address by which the others and the gateways reach it
     * @param ingress where gateways send requests
     * @param consensus where members agree
     * @param log where the leader's log comes in
     * @param catchup where a member that was away gets what it missed
     * @param archive where its archive is controlled
     */
    public record Member(int id, String host, int ingress, int consensus, int log, int catchup, int archive) {

        /** A member with five ports in a row. */
        public static Member withPortsFrom(int id, String host, int firstPort) {
            return new Member(id, host, firstPort, firstPort + 1, firstPort + 2, firstPort + 3, firstPort + 4);
        }

        String endpoint(int port) {
            return host + ":" + port;
        }

        private String asAeronWritesIt() {
            return id + ","
                    + IntStream.of(ingress, consensus, log, catchup, archive)
                            .mapToObj(this::endpoint)
                            .collect(Collectors.joining(","));
        }
    }

    /** A cluster of one. */
    public static ClusterMembers single(Member member) {
        return new ClusterMembers(List.of(member));
    }

    /** One member on each host, with the same ports everywhere. */
    public static ClusterMembers onHosts(List<String> hosts, int firstPort) {
        return new ClusterMembers(IntStream.range(0, hosts.size())
                .mapToObj(id -> Member.withPortsFrom(id, hosts.get(id), firstPort))
                .toList());
    }

    /** Members of one machine: each has its own five ports. */
    public static ClusterMembers onOneHost(String host, int count, int firstPort) {
        return new ClusterMembers(IntStream.range(0, count)
                .mapToObj(id -> Member.withPortsFrom(id, host, firstPort + id * PORTS))
                .toList());
    }

    Member member(int id) {
        return members.get(id);
    }

    /** The list as Aeron Cluster is configured with it. */
    String aeronMembers() {
        return members.stream().map(Member::asAeronWritesIt).collect(Collectors.joining("|"));
    }

    /** What gateways connect to, as {@code 0=host:port,1=host:port}. */
    String ingressEndpoints() {
        return members.stream()
                .map(member -> member.id() + "=" + member.endpoint(member.ingress()))
                .collect(Collectors.joining(","));
    }
}
