package sekisho.auditor;

/** How many rows each table may have; the same numbers that the engine is given. */
public record AuditedCapacity(
        long holders, long holds, long payments, long instructions, long links, long streams, long reversals) {

    /** What docs/rules.md says unless something else is configured. */
    public static final AuditedCapacity STANDARD =
            new AuditedCapacity(67_108_864, 67_108_864, 67_108_864, 67_108_864, 67_108_864, 1_048_576, 1_048_576);
}
