// Sample articles in Spanish.
import type { SampleArticle } from './sample-articles.ts';

export const articlesEs: SampleArticle[] = [
  {
    team: 'malaga',
    language: 'es',
    daysAgo: 72,
    helped: 12,
    spared: 4,
    checkIn: 30,
    versions: [
      {
        by: 'pilar',
        title: 'Médicos y farmacias que contestan',
        body: 'El centro de salud está en la calle de atrás. De noche, la farmacia de la plaza.',
      },
      {
        by: 'pilar',
        title: 'Médicos, dentistas y farmacias que contestan',
        note: 'Nueva farmacia de guardia y dentista',
        body: `Primero, siempre: **¿respira bien, está consciente?** Si dudas, llama al **112** y después a recepción.

## De día

- Centro de salud, calle de atrás: de 8 a 20, hay quien habla inglés.
- Dentista de urgencia: llama Isabel, la atienden antes.

## De noche

- La farmacia de guardia cambia cada semana; la lista está en la puerta de la oficina.
- El médico que viene al hotel tarda unos cuarenta minutos. Avisa al cliente del precio *antes*.

Quédate con la persona hasta que llegue alguien. Lo demás puede esperar.`,
      },
    ],
  },
  {
    team: 'malaga',
    language: 'es',
    daysAgo: 45,
    helped: 8,
    spared: 3,
    versions: [
      {
        by: 'rosario',
        title: 'Arena en las habitaciones: cómo la quitamos',
        body: `La arena mojada no se barre. **Espera a que se seque** y sale sola.

1. Abre la terraza y sacude la alfombra fuera.
2. Aspira primero los bordes y después el centro.
3. En la ducha, agua fría: la caliente la pega.

Deja dos toallas de playa y una nota: «La ducha del jardín está al lado de la piscina». Desde que la ponemos, hay la mitad.`,
      },
    ],
  },
  {
    team: 'kitchen',
    language: 'es',
    daysAgo: 63,
    helped: 18,
    spared: 6,
    checkIn: 15,
    versions: [
      {
        by: 'mercedes',
        title: 'Alergias: cómo avisar a cocina para que nadie corra peligro',
        body: `Una alergia se dice **por escrito**, con nombre, mesa y hora. Nunca solo de palabra.

## Qué poner

- Qué alimento y **qué pasa** si lo come. «No le gusta» y «deja de respirar» son dos platos distintos.
- Si son trazas o si solo es comerlo.

## Hasta cuándo

Para el mismo día, hasta las once. Después también lo hacemos, pero llama a la puerta: quiero mirarte a los ojos.

## Si ya está en la mesa

Retira el plato entero, no el ingrediente. Se hace otro, desde cero, en otra sartén.`,
      },
    ],
  },
  {
    team: 'hr',
    language: 'es',
    daysAgo: 28,
    helped: 7,
    spared: 2,
    versions: [
      {
        by: 'carmen',
        title: 'Vacaciones: cómo pedirlas y cuándo se sabe',
        body: `- **Verano** (de junio a septiembre): pídelas antes del 15 de marzo. La respuesta llega antes del 1 de abril.
- **El resto del año:** con seis semanas, y contestamos en cinco días laborables.

Si dos personas quieren la misma semana, hablamos los tres. No gana quien lo pidió antes, sino quien la tiene más difícil de cambiar; y el año siguiente, al revés.

Los días que quedan en diciembre pasan a abril. Después se pierden, y eso sí que no lo puedo arreglar.`,
      },
    ],
  },
  {
    team: 'hr',
    language: 'es',
    daysAgo: 20,
    helped: 1,
    spared: 0,
    reading: 'team',
    versions: [
      {
        by: 'carmen',
        title: 'Una conversación difícil: cómo la preparamos entre dos',
        body: `1. Escribe en una frase qué quieres que sea distinto dentro de un mes.
2. Léesela a alguien del equipo, en voz alta. Si suena a reproche, no está lista.
3. Reserva una sala **con ventana**, y media hora libre después.

Lo que se diga allí se queda allí. Aquí solo apuntamos lo que ambos hayan acordado.`,
      },
    ],
  },
];
