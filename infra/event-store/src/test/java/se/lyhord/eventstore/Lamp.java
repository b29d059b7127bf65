package se.lyhord.eventstore;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import se.lyhord.eventstore.LampEvent.LampInstalled;
import se.lyhord.eventstore.LampEvent.LampLit;

class Lamp {

    record InstallLamp(@TargetAggregateIdentifier String lamp) {}

    record LightLamp(@TargetAggregateIdentifier String lamp, int brightness) {}

    static final class TooBright extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @AggregateIdentifier private String id;

    private int brightness;

    Lamp() {}

    @CommandHandler
    Lamp(InstallLamp command) {
        apply(new LampInstalled(command.lamp()));
    }

    @CommandHandler
    int handle(LightLamp command) {
        if (command.brightness() > 100) {
            throw new TooBright();
        }
        apply(new LampLit(id, command.brightness()));
        return brightness;
    }

    @EventSourcingHandler
    void on(LampEvent event) {
        switch (event) {
            case LampInstalled installed -> id = installed.lamp();
            case LampLit lit -> brightness = lit.brightness();
        }
    }
}
