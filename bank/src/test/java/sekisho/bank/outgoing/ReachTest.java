package sekisho.bank.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReachTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "2001::1",
                "2001:db8::1",
                "fec0::1"
            })
    void whatIsNotInTheInternetIsOutOfReach(String address) {
        assertThat(Reach.INTERNET.allows(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.1.0.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "2400:cb00::1",
                "2606:4700::1111"
            })
    void whatIsInTheInternetIsWithinReach(String address) {
        assertThat(Reach.INTERNET.allows(InetAddress.ofLiteral(address))).isTrue();
        assertThat(Reach.THIS_MACHINE.allows(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, true",
        "192.168.1.1, true",
        "fd12::1, true",
        "1.1.1.1, true",
        "127.0.0.1, false",
        "::1, false",
        "169.254.169.254, false",
        "fe80::1, false",
        "0.0.0.0, false",
        "224.0.0.1, false"
    })
    void aPrivateLineNeverLeadsToThisMachineOrItsNeighbours(String address, boolean allowed) {
        assertThat(Reach.PRIVATE_LINE.allows(InetAddress.ofLiteral(address))).isEqualTo(allowed);
    }
}
