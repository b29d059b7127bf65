@NullMarked
package se.lyhord.planted.configtokafka.submit;

import org.jspecify.annotations.NullMarked;
