@NullMarked
package se.lyhord.planted.configtokafka.order;

import org.jspecify.annotations.NullMarked;
