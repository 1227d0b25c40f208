package sekisho.server.console;

import java.io.Serializable;
import java.util.UUID;

/** Names somebody who works here. */
public record StaffId(UUID value) implements Serializable {}
