package se.lyhord.planted.millis.order;

public class Planted {

    public long time() {
        return System.currentTimeMillis();
    }
}
