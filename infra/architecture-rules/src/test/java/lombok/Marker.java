package lombok;

/** Stands in for Lombok, which is not on the class path. */
public @interface Marker {}
