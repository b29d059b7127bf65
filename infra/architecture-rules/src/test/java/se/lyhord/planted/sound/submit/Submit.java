package se.lyhord.planted.sound.submit;

import java.time.Instant;
import org.springframework.stereotype.Component;
import se.lyhord.planted.sound.config.Limits;
import se.lyhord.planted.sound.order.Order;

@Component
public class Submit {

    public Order submit(Limits limits) {
        return new Order("of " + limits.most(), Instant.now());
    }
}
