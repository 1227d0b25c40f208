package sekisho.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aeron.cluster.ClusterMember;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClusterMembersTest {

    @Test
    void threeMembersAreWrittenAsAeronReadsThem() {
        var members = ClusterMembers.onHosts(List.of("north", "south", "west"), 9000);
        ClusterMember[] read = ClusterMember.parse(members.aeronMembers());
        assertThat(read).hasSize(3);
        assertThat(read[2].id()).isEqualTo(2);
        assertThat(read[2].ingressEndpoint()).isEqualTo("west:9000");
        assertThat(read[2].consensusEndpoint()).isEqualTo("west:9001");
        assertThat(read[2].logEndpoint()).isEqualTo("west:9002");
        assertThat(read[2].catchupEndpoint()).isEqualTo("west:9003");
        assertThat(read[2].archiveEndpoint()).isEqualTo("west:9004");
        assertThat(members.ingressEndpoints()).isEqualTo("0=north:9000,1=south:9000,2=west:9000");
    }

    @Test
    void membersOfOneHostShareNoPort() {
        var members = ClusterMembers.onOneHost("localhost", 3, 9000);
        assertThat(members.aeronMembers())
                .isEqualTo("0,localhost:9000,localhost:9001,localhost:9002,localhost:9003,localhost:9004"
                        + "|1,localhost:9005,localhost:9006,localhost:9007,localhost:9008,localhost:9009"
                        + "|2,localhost:9010,localhost:9011,localhost:9012,localhost:9013,localhost:9014");
    }

    @Test
    void anEvenNumberOfMembersIsRefused() {
        assertThatThrownBy(() -> ClusterMembers.onOneHost("localhost", 2, 9000))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
