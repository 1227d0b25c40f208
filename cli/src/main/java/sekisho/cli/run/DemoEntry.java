package sekisho.cli.run;

import java.net.URI;

/**
 * How to get into the demo world.
 *
 * @param banks where the simulated banks answer
 * @param wallet lets in somebody with a wallet, once
 * @param shop lets in the owner of a shop, once
 * @param console lets in a supervisor, once
 */
public record DemoEntry(URI banks, URI wallet, URI shop, URI console) {}
