@NullMarked
package se.lyhord.planted.stagetokafka.close;

import org.jspecify.annotations.NullMarked;
