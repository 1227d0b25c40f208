/**
 * The demo world: people, links, movements and staff that do not exist, and doors for whoever tries it on this machine.
 *
 * <p>{@link sekisho.server.demo.DemoWorld} says who and what: {@link sekisho.server.demo.DemoPerson}s with {@link
 * sekisho.server.demo.DemoLink}s, a {@link sekisho.server.demo.DemoAccount} for the takings of a shop, and {@link
 * sekisho.server.demo.DemoResident}s who can sign up. {@link sekisho.server.demo.DemoSeed} plants it. {@link
 * sekisho.server.demo.DemoDoors} makes links that let somebody in once, {@code DemoPages} are the pages behind them. {@code ReaderPages},
 * with {@code ReaderForm}, stand in for the telephone that reads cards.
 *
 * <p><b>Rules.</b> What the engine is told are entries of one ordered stream, which it applies once for ever: planting again changes nothing,
 * and planting that was killed goes on. Doors open only where the demo runs, for this machine, at our own two hosts. People show made-up
 * cards, which are checked like anybody's and count nowhere else.
 *
 * <p><b>Not here.</b> The simulated banks: whoever runs them says how they are reached.
 */
@NullMarked
package sekisho.server.demo;

import org.jspecify.annotations.NullMarked;
