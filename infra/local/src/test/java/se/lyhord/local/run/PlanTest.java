package se.lyhord.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.Ports;

class PlanTest {

    @TempDir Path folder;

    @Test
    void theUsualPortsAreThoseOfTheDocumentation() {
        Plan plan = plan(8080, Scale.parse(Map.of("voting-service", 2)));
        assertThat(plan.publicUrl()).isEqualTo("http://localhost:8080");
        assertThat(plan.dashboardUrl()).isEqualTo("http://localhost:8090");
        assertThat(plan.urls(Service.VOTING))
                .isEqualTo("http://127.0.0.1:8102,http://127.0.0.1:8112");
        assertThat(plan.ports().management(Service.VOTING, 2)).isEqualTo(9112);
    }

    @Test
    void aPortInUseIsNamedWithTheWayOut() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.LOOPBACK))) {
            Plan plan = plan(taken.getLocalPort(), Map.of());
            assertThatThrownBy(() -> Preconditions.check(plan))
                    .isInstanceOf(LocalFailure.class)
                    .hasMessage(
                            "Port %d is in use: choose another one with --public-port."
                                    .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void whatIsNoPortOrAnotherPartsIsNamed() {
        assertThatThrownBy(() -> PortPlan.usual(99_999, 8090))
                .isInstanceOf(LocalFailure.class)
                .hasMessage("--public-port 99999 is no port: choose one from 1 to 65535.");
        assertThatThrownBy(() -> PortPlan.usual(8080, 0))
                .hasMessageStartingWith("--dashboard-port 0");
        assertThatThrownBy(() -> PortPlan.usual(8081, 8081))
                .hasMessage(
                        "--dashboard-port 8081 is the port of another part of Lyhörd: choose another one.");
        assertThatThrownBy(() -> PortPlan.usual(15432, 8090)).hasMessageContaining("another part");
    }

    @Test
    void onlyServicesBehindTheGatewayAreScaled() {
        assertThatThrownBy(() -> Scale.parse(Map.of("identity-gateway", 2)))
                .hasMessageContaining("petition-service, voting-service, tally-projector");
        assertThatThrownBy(() -> Scale.parse(Map.of("voting-service", 0)))
                .hasMessageContaining("1 to 4");
    }

    private Plan plan(int publicPort, Map<Service, Integer> instances) {
        return new Plan(
                new Layout(folder, folder.resolve("state")),
                PortPlan.usual(publicPort, 8090),
                instances,
                Pace.LOCAL,
                false);
    }
}
