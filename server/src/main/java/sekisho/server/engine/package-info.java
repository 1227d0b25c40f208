/**
 * The server's way to the engine: one gateway for all, and whether it can be trusted with requests now.
 *
 * <p>{@code EngineConfiguration} opens the {@link sekisho.gateway.Gateway}.
 * {@code FirstSettings} gives an empty engine its currency and tiers. {@link sekisho.server.engine.Lag} says how far
 * reading is behind. {@code EngineHealth} and {@code EngineMetrics} tell how it goes.
 *
 * <p><b>Not here.</b> What requests mean (package {@code api}).
 */
@NullMarked
package sekisho.server.engine;

import org.jspecify.annotations.NullMarked;
