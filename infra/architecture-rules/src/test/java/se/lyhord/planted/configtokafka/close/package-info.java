@NullMarked
package se.lyhord.planted.configtokafka.close;

import org.jspecify.annotations.NullMarked;
