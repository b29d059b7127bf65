@NullMarked
package se.lyhord.planted.stagetokafka.order;

import org.jspecify.annotations.NullMarked;
