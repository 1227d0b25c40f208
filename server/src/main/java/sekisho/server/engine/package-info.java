/**
 * The server's way to the engine: one gateway for all, and whether it can be trusted with requests now.
 *
 * <p>{@code EngineConfiguration} opens the {@link sekisho.gateway.Gateway}, as one of the
 * {@link sekisho.server.engine.ServerClients}, with {@link sekisho.server.engine.EngineSettings}. {@code FirstSettings}
 * gives an empty engine its currency and tiers. {@link sekisho.server.engine.ProjectionLag} says whether reading is too far
 * behind. {@code EngineHealth}, {@code LagHealth} and {@code EngineMetrics} tell how it goes.
 *
 * <p><b>Not here.</b> What requests mean (package {@code api}).
 */
@NullMarked
package sekisho.server.engine;

import org.jspecify.annotations.NullMarked;
