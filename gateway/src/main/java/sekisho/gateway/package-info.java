/**
 * The cluster's client for any JVM: sends commands, reads answers and outcomes. Every answer is one of answered, not
 * sent or unconfirmed. It cannot see the core.
 */
@NullMarked
package sekisho.gateway;

import org.jspecify.annotations.NullMarked;
