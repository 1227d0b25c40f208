package sekisho.node;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import sekisho.core.Capacity;

/**
 * How a node is to run.
 *
 * @param home its folder; belongs to this node alone
 * @param members null: alone, on loopback ports that are chosen and kept in the home
 * @param member this node's id among the members
 * @param durable every append to the command log is synced before it counts; false only where a loss is acceptable
 * @param capacity of the engine's tables
 * @param sizes of the logs' pieces
 * @param idling of the node's threads
 * @param upkeep what it does by itself
 * @param clock stamps the log, in milliseconds
 * @param zone where days begin
 * @param acceptDifferentOutcomes go on although a replay differs from the outcome log, and drop what differs
 * @param onHalt what to do when the engine failed; the node has stopped then
 */
public record NodeSettings(
        Path home,
        @Nullable ClusterMembers members,
        int member,
        boolean durable,
        Capacity capacity,
        LogSizes sizes,
        Idling idling,
        Upkeep upkeep,
        InstantSource clock,
        ZoneId zone,
        boolean acceptDifferentOutcomes,
        OnHalt onHalt) {

    /** One durable node on this machine. */
    public static NodeSettings of(Path home) {
        return new NodeSettings(
                home.toAbsolutePath().normalize(),
                null,
                0,
                true,
                Capacity.STANDARD,
                LogSizes.STANDARD,
                Idling.BACKOFF,
                Upkeep.STANDARD,
                InstantSource.system(),
                ZoneId.of("Asia/Tokyo"),
                false,
                OnHalt.STAY);
    }

    public NodeSettings withMembers(ClusterMembers value, int thisMember) {
        return new NodeSettings(
                home,
                value,
                thisMember,
                durable,
                capacity,
                sizes,
                idling,
                upkeep,
                clock,
                zone,
                acceptDifferentOutcomes,
                onHalt);
    }

    public NodeSettings withDurable(boolean value) {
        return new NodeSettings(
                home,
                members,
                member,
                value,
                capacity,
                sizes,
                idling,
                upkeep,
                clock,
                zone,
                acceptDifferentOutcomes,
                onHalt);
    }

    public NodeSettings withCapacity(Capacity value) {
        return new NodeSettings(
                home,
                members,
                member,
                durable,
                value,
                sizes,
                idling,
                upkeep,
                clock,
                zone,
                acceptDifferentOutcomes,
                onHalt);
    }

    public NodeSettings withSizes(LogSizes value) {
        return new NodeSettings(
                home,
                members,
                member,
                durable,
                capacity,
                value,
                idling,
                upkeep,
                clock,
                zone,
                acceptDifferentOutcomes,
                onHalt);
    }

    public NodeSettings withIdling(Idling value) {
        return new NodeSettings(
                home,
                members,
                member,
                durable,
                capacity,
                sizes,
                value,
                upkeep,
                clock,
                zone,
                acceptDifferentOutcomes,
                onHalt);
    }

    public NodeSettings withUpkeep(Upkeep value) {
        return new NodeSettings(
                home,
                members,
                member,
                durable,
                capacity,
                sizes,
                idling,
                value,
                clock,
                zone,
                acceptDifferentOutcomes,
                onHalt);
    }

    public NodeSettings withClock(InstantSource value) {
        return new NodeSettings(
                home,
                members,
                member,
                durable,
                capacity,
                sizes,
                idling,
                upkeep,
                value,
                zone,
                acceptDifferentOutcomes,
                onHalt);
    }

    public NodeSettings withZone(ZoneId value) {
        return new NodeSettings(
                home,
                members,
                member,
                durable,
                capacity,
                sizes,
                idling,
                upkeep,
                clock,
                value,
                acceptDifferentOutcomes,
                onHalt);
    }

    public NodeSettings withAcceptDifferentOutcomes(boolean value) {
        return new NodeSettings(
                home, members, member, durable, capacity, sizes, idling, upkeep, clock, zone, value, onHalt);
    }

    public NodeSettings withOnHalt(OnHalt value) {
        return new NodeSettings(
                home,
                members,
                member,
                durable,
                capacity,
                sizes,
                idling,
                upkeep,
                clock,
                zone,
                acceptDifferentOutcomes,
                value);
    }
}
