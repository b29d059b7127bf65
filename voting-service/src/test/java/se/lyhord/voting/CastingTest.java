package se.lyhord.voting;
