package se.lyhord.keyvault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;

/** The suite that every vault passes is worth something only if a wrong one fails it. */
class KeyVaultConformanceTest {

    @Test
    void a_right_vault_passes_and_no_test_is_skipped() {
        var outcomes = run(MemoryVaultTest.class);
        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(17);
        assertThat(outcomes.values()).containsOnly(Outcome.PASSED);
    }

    @Test
    void a_vault_that_does_nothing_fails() {
        assertThat(failures(DoesNothing.class))
                .contains(
                        "a_key_is_created_once",
                        "a_key_outlives_its_instance",
                        "a_shredded_key_is_gone_for_good",
                        "a_lost_key_is_declared_once_and_never_comes_back",
                        "an_order_that_does_not_verify_destroys_nothing");
    }

    @Test
    void a_vault_that_gets_or_creates_fails() {
        assertThat(failures(GetsOrCreates.class))
                .contains(
                        "an_unknown_petition_has_no_key_and_gets_none_by_being_asked_for",
                        "a_shredded_key_is_gone_for_good",
                        "a_lost_key_is_declared_once_and_never_comes_back",
                        "no_other_instance_uses_a_key_after_its_shredding_has_been_told");
    }

    @Test
    void a_vault_that_forgets_whom_it_has_shredded_fails() {
        assertThat(failures(Forgets.class))
                .contains("a_shredded_key_is_gone_for_good")
                .contains("a_petition_without_a_key_can_be_shredded_and_then_never_gets_one");
    }

    @Test
    void a_vault_that_obeys_anybody_fails() {
        assertThat(failures(ObeysAnybody.class))
                .containsExactly("an_order_that_does_not_verify_destroys_nothing");
    }

    @Test
    void a_vault_that_gives_up_a_living_key_as_lost_fails() {
        assertThat(failures(GivesUp.class))
                .containsExactly("a_key_that_is_there_or_destroyed_is_not_lost");
    }

    static class DoesNothing extends KeyVaultConformance {
        @Override
        KeyVault open() {
            return new MemoryVault(new MemoryVault.Shared(), orderKeys) {
                @Override
                public Creation create(UUID petition) {
                    return Creation.CREATED;
                }

                @Override
                public Hmac hmac(UUID petition, byte[] message) {
                    return new Hmac.Mac(new byte[32]);
                }

                @Override
                public Shredding shred(ShredOrder order) {
                    return new Shredding(kind(), generation());
                }

                @Override
                public Loss declareLost(UUID petition) {
                    return Loss.DECLARED;
                }
            };
        }
    }

    static class GetsOrCreates extends KeyVaultConformance {
        private final MemoryVault.Shared shared = new MemoryVault.Shared();

        @Override
        KeyVault open() {
            return new MemoryVault(shared, orderKeys) {
                @Override
                public Hmac hmac(UUID petition, byte[] message) {
                    Hmac hmac = super.hmac(petition, message);
                    if (hmac instanceof Hmac.Mac) {
                        return hmac;
                    }
                    shared.tombstones.remove(petition);
                    shared.lost.remove(petition);
                    create(petition);
                    return super.hmac(petition, message);
                }
            };
        }
    }

    static class Forgets extends KeyVaultConformance {
        private final MemoryVault.Shared shared = new MemoryVault.Shared();

        @Override
        KeyVault open() {
            return new MemoryVault(shared, orderKeys) {
                @Override
                public Shredding shred(ShredOrder order) {
                    Shredding shredding = super.shred(order);
                    shared.tombstones.clear();
                    return shredding;
                }
            };
        }
    }

    static class ObeysAnybody extends KeyVaultConformance {
        private final MemoryVault.Shared shared = new MemoryVault.Shared();

        @Override
        KeyVault open() {
            return new MemoryVault(shared, (kid, message, signature) -> true);
        }
    }

    static class GivesUp extends KeyVaultConformance {
        private final MemoryVault.Shared shared = new MemoryVault.Shared();

        @Override
        KeyVault open() {
            return new MemoryVault(shared, orderKeys) {
                @Override
                public Loss declareLost(UUID petition) {
                    if (!shared.tombstones.containsKey(petition)) {
                        shared.keys.remove(petition);
                    }
                    return super.declareLost(petition);
                }
            };
        }
    }

    private enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    private static Set<String> failures(Class<? extends KeyVaultConformance> suite) {
        var failed = new TreeSet<String>();
        run(suite)
                .forEach(
                        (test, outcome) -> {
                            if (outcome == Outcome.FAILED) {
                                failed.add(test);
                            }
                        });
        return failed;
    }

    private static Map<String, Outcome> run(Class<? extends KeyVaultConformance> suite) {
        var outcomes = new TreeMap<String, Outcome>();
        var listener =
                new TestExecutionListener() {
                    @Override
                    public void executionSkipped(TestIdentifier test, String reason) {
                        outcomes.put(name(test), Outcome.SKIPPED);
                    }

                    @Override
                    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                        if (test.isTest()) {
                            outcomes.put(
                                    name(test),
                                    result.getStatus() == TestExecutionResult.Status.SUCCESSFUL
                                            ? Outcome.PASSED
                                            : Outcome.FAILED);
                        }
                    }

                    private static String name(TestIdentifier test) {
                        return test.getDisplayName().replace("()", "");
                    }
                };
        LauncherFactory.create().execute(request().selectors(selectClass(suite)).build(), listener);
        return outcomes;
    }
}
